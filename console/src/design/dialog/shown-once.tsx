import { texts } from '../../texts/index.ts';
import { Button } from '../form/button.tsx';
import { Actions } from '../form/form.tsx';
import { Code } from '../show/code.tsx';
import { Dialog } from './dialog.tsx';

export type ShownOnceProps = {
  title: string;
  /** That it is not shown again, and what it is for. */
  text: string;
  secret: string;
  label: string;
  onClose: () => void;
};

/** A secret that the API answers a single time, to be copied before the dialog is closed. */
export const ShownOnce = ({ title, text, secret, label, onClose }: ShownOnceProps) => (
  <Dialog title={title} onClose={onClose}>
    <div class="form">
      <p>{text}</p>
      <Code text={secret} label={label} />
      <Actions>
        <Button kind="main" onClick={onClose}>
          {texts().common.close}
        </Button>
      </Actions>
    </div>
  </Dialog>
);
