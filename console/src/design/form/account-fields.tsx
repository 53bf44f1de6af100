import { texts } from '../../texts/index.ts';
import { TextField, type TextFieldProps } from './field.tsx';

type Props = Pick<TextFieldProps, 'value' | 'onInput' | 'error' | 'hint'> & { label?: string; isRequired?: boolean };

/** The address somebody signs in with. */
export const EmailField = ({ label = texts().signIn.email, isRequired = true, ...field }: Props) => (
  <TextField type="email" autocomplete="username" label={label} isRequired={isRequired} {...field} />
);

/** The password that somebody has. */
export const PasswordField = ({ label = texts().profile.currentPassword, isRequired = true, ...field }: Props) => (
  <TextField type="password" autocomplete="current-password" label={label} isRequired={isRequired} {...field} />
);

/** A password to be, which whatever keeps passwords may propose. */
export const NewPasswordField = ({ label = texts().signIn.newPassword, isRequired = true, ...field }: Props) => (
  <TextField
    type="password"
    autocomplete="new-password"
    label={label}
    hint={texts().signIn.passwordHint}
    isRequired={isRequired}
    {...field}
  />
);
