/** The shell of all platforms. */
export function PlatformConnectionsWorkspace() {
  return <h1>Platform connections</h1>;
}
