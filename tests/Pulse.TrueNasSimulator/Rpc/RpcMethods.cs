namespace Pulse.Simulation.TrueNas;

/// <summary>The methods that the simulator knows (facts.md#6).</summary>
internal static class RpcMethods
{
    private const string Readonly = "READONLY_ADMIN";

    private static readonly Dictionary<string, RpcMethod> All = new RpcMethod[]
    {
        Of("core.ping", call => { call.TakesNone(); return "pong"; }) with { IsAnonymous = true },
        Of("auth.mechanism_choices", call => LoginData.MechanismsOf(call.Nas.Profile).ToArray()) with { IsAnonymous = true },
        new("auth.login_ex", LoginMethod.InvokeAsync) { IsAnonymous = true },
        Of("auth.me", call => { call.TakesNone(); return Account.Me(call.Nas); }),
        Of("auth.logout", call => { call.Socket.EndSession(); return true; }),
        Of("api_key.my_keys", call => { call.TakesNone(); return Account.KeysOf(call.Nas, call.Session!.UserName); }, Readonly, "API_KEY_READ"),
        Of("core.subscribe", Subscriptions.Add),
        Of("core.unsubscribe", Subscriptions.Remove),
        Of("system.info", SystemMethods.Info, Readonly),
        Of("system.host_id", call => { call.TakesNone(); return call.Nas.Inventory.HostId; }, Readonly),
        Of("system.version_short", call => { call.TakesNone(); return call.Nas.Profile.Version; }),
        Of("system.product_type", call => { call.TakesNone(); return call.Nas.Options.IsEnterprise ? "ENTERPRISE" : "COMMUNITY_EDITION"; }, "SYSTEM_PRODUCT_READ"),
        Of("failover.licensed", call => { call.TakesNone(); return call.Nas.Options.IsEnterprise; }),
        Of("failover.status", call => { call.TakesNone(); return call.Nas.Options.IsEnterprise ? "MASTER" : "SINGLE"; }),
        Query("pool.query", "POOL_READ"),
        Query("pool.dataset.query", "DATASET_READ"),
        Query("disk.query", "DISK_READ"),
        Query("vm.query", "VM_READ"),
        Query("virt.instance.query", "VIRT_INSTANCE_READ") with { IsIn = profile => profile.HasInstances },
        Query("container.query", "CONTAINER_READ") with { IsIn = profile => profile.HasContainers },
        Query("app.query", "APPS_READ"),
        Of("alert.list", call => { call.TakesNone(); return call.Nas.Inventory.All("alert.list").Select(alert => alert.Members).ToArray(); }, "ALERT_LIST_READ"),
    }.ToDictionary(method => method.Name);

    /// <exception cref="RpcException">This system has no such method.</exception>
    public static RpcMethod Find(string name, TrueNasState nas) =>
        All.TryGetValue(name, out var method) && method.IsIn(nas.Profile) && !nas.Faults.MissingMethods.Contains(name)
            ? method
            : throw RpcError.UnknownMethod.Exception();

    private static RpcMethod Query(string name, string role) => Of(name, call => QueryMethod.Run(call, name), role);

    private static RpcMethod Of(string name, Func<RpcCall, object?> invoke, params string[] roles) =>
        new(name, call => ValueTask.FromResult(invoke(call))) { Roles = roles };
}
