namespace Pulse.Providers.VMware.Protocol;

/// <summary>The error types of the Automation API that Pulse treats specially.</summary>
internal static class ErrorTypes
{
    public const string Unauthenticated = "UNAUTHENTICATED";
    public const string Unauthorized = "UNAUTHORIZED";
    public const string UnableToAllocateResource = "UNABLE_TO_ALLOCATE_RESOURCE";
}
