/** Who gets the messages. Change it to your own address. */
export const ADDRESS = 'hello@example.com';

/** What is wrong with a message, by field; nothing if it can be sent. */
export function faultsIn({ name, email, text }) {
  const faults = {};
  if (name.trim() === '') faults.name = 'Say who you are.';
  if (!/^\S+@\S+\.\S+$/.test(email.trim())) faults.email = 'This is no e-mail address.';
  if (text.trim() === '') faults.text = 'Write a few words.';
  return faults;
}

/** A link that opens the reader's mail program with the message in it: the page has no server to send it. */
export const mailLink = ({ name, email, text }) => {
  const fields = {
    subject: `A message from ${name.trim()}`,
    body: `${text.trim()}\n\n${name.trim()} <${email.trim()}>`,
  };
  const query = Object.entries(fields).map(([field, value]) => `${field}=${encodeURIComponent(value)}`);
  return `mailto:${ADDRESS}?${query.join('&')}`;
};
