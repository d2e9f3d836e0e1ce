using Pulse.PlatformConnections.Proving;

namespace Pulse.Host.Proving;

/// <summary>The exit codes of <c>Pulse.Host prove</c>. The table is in docs/vmware/prove.md.</summary>
internal static class ExitCodes
{
    public const int WrongUsage = 2;

    public static int Of(ProofEnd end) => end switch
    {
        ProofEnd.Passed => 0,
        ProofEnd.Failed => 1,
        ProofEnd.WrongSystem => 3,
        ProofEnd.TooOld => 4,
        ProofEnd.Untrusted => 5,
        ProofEnd.Refused => 6,
        ProofEnd.Unreachable => 7,
        ProofEnd.BrokeOff => 8,
        ProofEnd.TimedOut => 9,
        // A shell reports this code for a program that SIGINT ended.
        ProofEnd.Interrupted => 130,
        _ => 1,
    };
}
