namespace Pulse.Simulation.TrueNas;

/// <summary><c>core.subscribe</c> and <c>core.unsubscribe</c>.</summary>
internal static class Subscriptions
{
    public static object? Add(RpcCall call)
    {
        var collection = call.TakesText("event");
        var roles = RpcMethods.Find(collection, call.Nas).Roles;
        if (!call.Nas.Inventory.Roles.AllowAny(roles))
        {
            throw RpcError.NotAuthorized.Exception();
        }

        var id = Guid.NewGuid().ToString();
        call.Socket.Subscriptions[id] = collection;
        return id;
    }

    public static object? Remove(RpcCall call)
    {
        call.Socket.Subscriptions.TryRemove(call.TakesText("id"), out _);
        return null;
    }
}
