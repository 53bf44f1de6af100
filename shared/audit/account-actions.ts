/** What people do to their own accounts, and administrators to invitations. */
export const accountActions = [
  'confirmation_requested',
  'email_confirmed',
  'email_change_requested',
  'email_changed',
  'password_changed',
  'password_reset_requested',
  'password_reset',
  'name_changed',
  'account_removed',
  'sign_in_ended',
  'sign_ins_ended',
  'invitation_created',
  'invitations_listed',
  'invitation_withdrawn',
] as const;
