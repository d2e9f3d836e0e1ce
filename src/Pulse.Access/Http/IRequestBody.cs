using Microsoft.AspNetCore.Http.HttpResults;

namespace Pulse.Access.Http;

/// <summary>A bound body, as <see cref="UnreadableBody"/> sees it.</summary>
internal interface IRequestBody
{
    /// <summary>The answer to an unreadable body; otherwise null.</summary>
    ProblemHttpResult? Problem { get; }
}
