using Pulse.PlatformConnections.Proving;

namespace Pulse.Host.Proving;

/// <summary>What <c>pulse prove</c> answers to a script. The table is in docs/vmware/prove.md.</summary>
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
        // As a shell reports a program that SIGINT ended.
        ProofEnd.Interrupted => 130,
        _ => 1,
    };
}
