namespace Pulse.Providers.VMware.Http;

/// <summary>Reads the body of an answer.</summary>
internal delegate Task<T> AnswerReader<T>(HttpResponseMessage response, Stream body, CancellationToken cancellationToken);
