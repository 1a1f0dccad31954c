/** One fault of a project, as the validator reports it. */
export interface Finding {
  /** Absolute path of the file (or folder) at fault. */
  file: string;
  /** What is wrong and how to mend it. */
  message: string;
  /** Short name of the check that found it, such as `model-version`. */
  rule: string;
}
