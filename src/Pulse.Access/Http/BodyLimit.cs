using Microsoft.AspNetCore.Http.Metadata;

namespace Pulse.Access.Http;

/// <summary>Tells the server to stop reading there, also when the client sends no length.</summary>
internal sealed class BodyLimit : IRequestSizeLimitMetadata
{
    /// <summary>The largest body that is read.</summary>
    public const int Bytes = 32 * 1024;

    public long? MaxRequestBodySize => Bytes;
}
