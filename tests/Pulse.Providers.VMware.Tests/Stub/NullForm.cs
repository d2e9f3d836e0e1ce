namespace Pulse.Providers.VMware.Tests.Stub;

/// <summary>The forms in which releases answer a null (facts.md#2.28).</summary>
public enum NullForm
{
    EmptyBody,
    EmptyChunked,
    NoContent,
    Literal,
}
