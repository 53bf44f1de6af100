/** What is told outside: at least once, once by whoever hands it over, and never more than was permitted. */
export const notifications = [
  {
    promise: 'a session stays due while a message is accepted in it',
    file: 'shared/notifications/following/hand-over.ts',
    find: "when: '#last_seq = :seq', values: { seq } }",
    replace: "when: 'attribute_exists(#pk)' }",
    test: 'test/store/notifications/following.test.ts',
  },
  {
    promise: 'two who hand over the same events make each delivery once',
    file: 'shared/notifications/following/hand-over.ts',
    find: "isWhereItWas = '#seq = :seq'",
    replace: "isWhereItWas = 'attribute_exists(#pk)'",
    test: 'test/store/notifications/following.test.ts',
  },
  {
    promise: 'hints that come twice make one request',
    file: 'shared/notifications/deliveries/attempt.ts',
    find: ' and #due_at <= :now`',
    replace: '`',
    test: 'test/store/notifications/deliveries.test.ts',
  },
];
