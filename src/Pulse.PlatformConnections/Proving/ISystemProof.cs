using Pulse.PlatformConnections.Connecting;

namespace Pulse.PlatformConnections.Proving;

/// <summary>The proof of one system by its platform. Reads only, and ends every session that it opens.</summary>
public interface ISystemProof
{
    /// <summary>Looks at an exchange of Pulse with the system, and remembers what later rows need. Called from several threads.</summary>
    ExchangeJudgement Judge(ObservedExchange exchange);

    /// <summary>Asks the system the questions of the platform.</summary>
    /// <param name="sheet">Takes the answers.</param>
    /// <param name="cancellationToken">Ends the proof.</param>
    Task AskAsync(ProofSheet sheet, CancellationToken cancellationToken);

    /// <summary>Asks what can be asked only when Pulse has ended its own sessions.</summary>
    /// <param name="sheet">Takes the answers.</param>
    /// <param name="cancellationToken">Ends the proof.</param>
    Task AskAtEndAsync(ProofSheet sheet, CancellationToken cancellationToken);

    /// <summary>The exchange without a name, an address, an id or a secret, but still of the documented form; null when that cannot be done.</summary>
    ObservedExchange? Redact(ObservedExchange exchange);
}
