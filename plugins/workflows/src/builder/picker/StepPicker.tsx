import { useUi } from '../context/UiContext';
import { PickerDialog } from './PickerDialog';

/** The picker, while it is open. */
export const StepPicker = () => {
  const request = useUi(({ picker }) => picker);
  return request ? <PickerDialog request={request} /> : null;
};
