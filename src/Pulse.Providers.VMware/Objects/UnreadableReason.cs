using Pulse.PlatformConnections.Platforms;

namespace Pulse.Providers.VMware.Objects;

/// <summary>The reason why something could not be read: a category in one byte. A reason that may mean a lost session has a separate code.</summary>
internal readonly record struct UnreadableReason
{
    private const byte NotAuthenticatedCode = byte.MaxValue;

    private readonly byte _code;

    private UnreadableReason(byte code) => _code = code;

    public static UnreadableReason NotAuthenticated { get; } = new(NotAuthenticatedCode);

    public bool IsNotAuthenticated => _code == NotAuthenticatedCode;

    // NotAuthenticated is a NoPermission (facts.md#2.15); for one object, inside of data, it means only that.
    public FailureCategory Category => IsNotAuthenticated ? FailureCategory.PermissionDenied : (FailureCategory)_code;

    public static UnreadableReason Of(FailureCategory category) => new((byte)category);
}
