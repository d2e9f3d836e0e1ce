using Microsoft.AspNetCore.Http.Metadata;

namespace Pulse.Access.Http;

/// <summary>Tells the server to stop reading there, also when the client sends no length.</summary>
internal sealed class BodyLimit : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => RequestBody.Limit;
}
