using System.Collections.Concurrent;

namespace Pulse.Simulation.TrueNas;

/// <summary>Takes the requests of one socket, runs them in parallel, and posts their answers.</summary>
internal sealed class RpcDispatcher(TrueNasState nas, ClientSocket socket)
{
    private readonly ConcurrencyGate _gate = new();
    private readonly ConcurrentDictionary<string, byte> _ids = new(concurrencyLevel: 1, capacity: 8);

    /// <summary>Begins to serve a request, and returns.</summary>
    public void Receive(byte[] text)
    {
        try
        {
            var request = RpcRequest.Parse(text);
            nas.Counters.Call(request.Method);
            _ = ServeAsync(request);
        }
        catch (RpcException failure)
        {
            PostError("null", failure.Error);
        }
    }

    private async Task ServeAsync(RpcRequest request)
    {
        // JSON-RPC does not forbid to use an id twice at the same time, but a client could not tell the answers apart.
        var isNamed = request.Id is not (null or "null");
        if (isNamed && !_ids.TryAdd(request.Id!, 0))
        {
            PostError("null", new(RpcError.InvalidRequest, $"The id {request.Id} is in use."));
            return;
        }

        try
        {
            await _gate.RunAsync(() => AnswerAsync(request), nas.Faults.LimitsConcurrency, socket.Ended);
        }
        catch (RpcException failure) when (request.Id is { } id)
        {
            PostError(id, failure.Error);
        }
        catch (Exception failure) when (failure is RpcException || ClientSocket.IsEnd(failure))
        {
            // A notification is not answered, and a socket that ended takes no answer.
        }
        finally
        {
            if (isNamed)
            {
                _ids.TryRemove(request.Id!, out _);
            }
        }
    }

    private async Task AnswerAsync(RpcRequest request)
    {
        var call = new FaultedCall(nas, socket, request, () => ComputeAsync(request));
        if (nas.Faults.Next(new(request.Method, socket.Scram is not null, request.Params)) is { } fault)
        {
            await fault.RunAsync(call);
        }
        else
        {
            await call.AnswerAsync();
        }
    }

    private async Task<byte[]> ComputeAsync(RpcRequest request)
    {
        var id = request.Id ?? "null";
        try
        {
            var method = RpcMethods.Find(request.Method, nas);
            var result = await method.Invoke(new(nas, socket, request.Params, await method.AuthorizeAsync(nas, socket)));
            return RpcMessages.Result(id, nas.Faults.BoxesValues, result);
        }
        catch (RpcException failure)
        {
            return RpcMessages.Error(id, failure.Error, nas.Faults.SendsTraces);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A mistake of the simulator has to be seen in the test that finds it.
            return RpcMessages.Error(id, new(RpcError.Internal, failure.ToString()), nas.Faults.SendsTraces);
        }
    }

    private void PostError(string id, RpcError error) => socket.PostAnswer(RpcMessages.Error(id, error, nas.Faults.SendsTraces));
}
