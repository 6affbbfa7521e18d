/** What the form of a node works on. */
export interface NodeFormProps<Data> {
  id: string;
  data: Data;
  /** @param place - names the field, so that typing in it undoes as one step; without one it is a step by itself */
  onChange: (data: Data, place?: string) => void;
}
