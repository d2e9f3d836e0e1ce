namespace Pulse.Providers.VMware.Proving;

/// <summary>The token of a session. Prints only its family.</summary>
internal sealed record OpenedSession(string Token, bool IsAutomation)
{
    public override string ToString() => IsAutomation ? "Automation API" : "VI JSON";
}
