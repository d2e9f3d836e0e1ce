namespace Pulse.Simulation.TrueNas;

/// <summary>An errno of Linux, or one of the middleware's own.</summary>
internal sealed record Errno(int Number, string Name)
{
    public static Errno NoEntry { get; } = new(2, "ENOENT");

    public static Errno Access { get; } = new(13, "EACCES");

    public static Errno Busy { get; } = new(16, "EBUSY");

    public static Errno Invalid { get; } = new(22, "EINVAL");

    public static Errno NotSupported { get; } = new(95, "EOPNOTSUPP");

    public static Errno NotAuthenticated { get; } = new(207, "ENOTAUTHENTICATED");
}
