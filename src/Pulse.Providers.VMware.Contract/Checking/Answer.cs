using System.Runtime.InteropServices;

namespace Pulse.Providers.VMware.Contract.Checking;

/// <summary>An answer as it was sent.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">Empty for no body.</param>
/// <param name="ContentType">Null if it is not known.</param>
/// <param name="Challenge">The header <c>WWW-Authenticate</c>; null for none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Answer(int Status, ReadOnlyMemory<byte> Body, string? ContentType, string? Challenge);
