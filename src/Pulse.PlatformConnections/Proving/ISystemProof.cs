using Pulse.PlatformConnections.Connecting;

namespace Pulse.PlatformConnections.Proving;

/// <summary>The proof of one system by its platform. Reads only, and ends every session that it opens.</summary>
public interface ISystemProof
{
    /// <summary>Judges an exchange of Pulse with the system, and keeps the data that later rows need. Called from several threads.</summary>
    ExchangeJudgement Judge(ObservedExchange exchange);

    /// <summary>Asks the system the questions of the platform.</summary>
    /// <param name="sheet">Gets the answers.</param>
    /// <param name="cancellationToken">Ends the proof.</param>
    Task AskAsync(ProofSheet sheet, CancellationToken cancellationToken);

    /// <summary>Asks the questions that need Pulse to have ended its own sessions.</summary>
    /// <param name="sheet">Gets the answers.</param>
    /// <param name="cancellationToken">Ends the proof.</param>
    Task AskAtEndAsync(ProofSheet sheet, CancellationToken cancellationToken);

    /// <summary>The exchange without names, addresses, ids and secrets, but still in the documented form; null if that is not possible.</summary>
    ObservedExchange? Redact(ObservedExchange exchange);
}
