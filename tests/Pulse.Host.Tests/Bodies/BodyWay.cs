namespace Pulse.Host.Tests.Bodies;

/// <summary>A body that is refused.</summary>
/// <param name="Headers">What the request says about it.</param>
/// <param name="Body">The bytes.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Code">The code of the answer.</param>
/// <param name="Detail">What the answer says to do.</param>
public sealed record BodyWay(string Headers, byte[] Body, int Status, string Code, string Detail = "");
