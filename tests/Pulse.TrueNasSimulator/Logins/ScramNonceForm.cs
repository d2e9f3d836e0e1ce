namespace Pulse.Simulation.TrueNas;

/// <summary>How the server joins the two nonces: the decoded bytes, as the vendor does, or the texts, as RFC 5802 says.</summary>
public enum ScramNonceForm { Bytes, Text }
