/** Whether a panel or a dialog is open anywhere within, in whatever element. */
export function isSomethingOpen(root: ParentNode): boolean {
  if (root.querySelector(':popover-open, dialog[open]')) return true;
  return [...root.querySelectorAll('*')].some(
    ({shadowRoot}) => shadowRoot !== null && isSomethingOpen(shadowRoot),
  );
}
