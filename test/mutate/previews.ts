/** Previews: shown to whoever has the address, until their time is over, and no longer. */
export const previews = [
  {
    promise: 'a preview is over at its time, whether or not it was removed',
    file: 'shared/previews/preview.ts',
    find: 'ends_at <= now',
    replace: 'ends_at <= 0',
    test: 'test/integration/previews/not-shown.test.ts',
  },
  {
    promise: 'a preview that was ended does not come back by being extended',
    file: 'shared/previews/previews.ts',
    find: "stillThere = 'attribute_exists(#pk)'",
    replace: "stillThere = '(attribute_exists(#pk) or attribute_not_exists(#pk))'",
    test: 'test/store/previews/races.test.ts',
  },
  {
    promise: 'a preview that was extended is not removed',
    file: 'shared/previews/previews.ts',
    find: 'item && isOver(readPreview(item), clock.now())',
    replace: 'item',
    test: 'test/store/previews/races.test.ts',
  },
  {
    promise: 'what a page reports late brings nothing back, and no report overwrites another',
    file: 'shared/previews/errors/capture.ts',
    find: "unchanged = '#revision = :read'",
    replace: "unchanged = '(#revision = :read or attribute_not_exists(#revision) or #revision <> :read)'",
    test: 'test/store/previews/races.test.ts',
  },
  {
    promise: 'an encoded slash is not a slash',
    file: 'shared/previews/site/path.ts',
    find: ' && !/[/\\\\]/.test(segment)',
    replace: '',
    test: 'test/integration/previews/not-shown.test.ts',
  },
  {
    promise: 'only the host name of a preview leads to it',
    file: 'shared/previews/address/address.ts',
    find: " || rest.join('.') !== base().hostname",
    replace: '',
    test: 'test/integration/previews/not-shown.test.ts',
  },
  {
    promise: 'a locked account shows nothing',
    file: 'shared/previews/shown.ts',
    find: ' || isClosed(account)',
    replace: '',
    test: 'test/integration/previews/not-shown.test.ts',
  },
  {
    promise: 'no service worker goes on showing a preview',
    file: 'functions/preview/answer.ts',
    find: "request.headers['service-worker'] !== undefined",
    replace: 'false',
    test: 'test/integration/previews/not-shown.test.ts',
  },
];
