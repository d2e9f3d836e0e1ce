using Microsoft.AspNetCore.Http.HttpResults;

namespace Pulse.Access.Http;

/// <summary>A bound body, as <see cref="UnreadableBody"/> sees it.</summary>
internal interface IRequestBody
{
    /// <summary>The answer to a body that cannot be read; else null.</summary>
    ProblemHttpResult? Problem { get; }
}
