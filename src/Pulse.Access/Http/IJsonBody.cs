using Microsoft.AspNetCore.Http.HttpResults;

namespace Pulse.Access.Http;

/// <summary>What <see cref="UnreadableInput"/> needs to know of a <see cref="JsonBody{T}"/>.</summary>
internal interface IJsonBody
{
    ProblemHttpResult? Problem { get; }
}
