namespace Pulse.Host.Tests.Bodies;

/// <summary>A body that Pulse refuses.</summary>
/// <param name="Headers">The headers of the request about the body.</param>
/// <param name="Body">The bytes.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Code">The code of the answer.</param>
/// <param name="Detail">The remedy in the answer.</param>
public sealed record BodyWay(string Headers, byte[] Body, int Status, string Code, string Detail = "");
