/** API tokens, sessions and the audit trail. */
export function AccessPage() {
  return <h1>Access</h1>;
}
