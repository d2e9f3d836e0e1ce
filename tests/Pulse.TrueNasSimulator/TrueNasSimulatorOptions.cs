using System.Security.Cryptography.X509Certificates;

namespace Pulse.Simulation.TrueNas;

/// <summary>What one simulated TrueNAS consists of.</summary>
public sealed record TrueNasSimulatorOptions
{
    /// <summary>The key that works unless the options name another one.</summary>
    public const string DefaultApiKey = "1-SimulatedKeyOfATrueNas0123456789abcdefghijklmnopqrstuvwxyzABCDEF";

    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; }

    public bool UseHttps { get; init; } = true;

    /// <summary>Serves plain HTTP too, on a second port: a key that arrives there is revoked for both.</summary>
    public bool ServesPlainToo { get; init; }

    /// <summary>Without one, a self-signed certificate is made at start.</summary>
    public X509Certificate2? Certificate { get; init; }

    public TrueNasProfile Profile { get; init; } = TrueNasProfile.V2510;

    public string UserName { get; init; } = "pulse";

    /// <summary>The first key of the user, in the form <c>id-secret</c>. More keys come from <see cref="ApiKeys.Add"/>.</summary>
    public string ApiKey { get; init; } = DefaultApiKey;

    /// <summary>The first key expires at this moment; null for never.</summary>
    public DateTimeOffset? ApiKeyExpiresAt { get; init; }

    public string Password { get; init; } = "Simulated!1";

    /// <summary>The roles of the user; they can be changed later through <see cref="Inventory.Roles"/>.</summary>
    public SimulatedRoles Roles { get; init; } = SimulatedRoles.ReadonlyAdmin;

    /// <summary>
    /// The iterations of a key's SCRAM hash. A real system takes 500,000, which would cost a test a second on both sides:
    /// a client has to take the number from the answer anyway.
    /// </summary>
    public int ScramIterations { get; init; } = 4096;

    public string HostName { get; init; } = "truenas";

    /// <summary>The identity, 64 hexadecimal digits; random if null.</summary>
    public string? HostId { get; init; }

    public bool IsEnterprise { get; init; }

    public int Pools { get; init; } = 2;

    /// <summary>Pools that are known and not imported: their sizes are null.</summary>
    public int UnimportedPools { get; init; } = 1;

    public int Datasets { get; init; } = 6;

    public int Disks { get; init; } = 4;

    public int VirtualMachines { get; init; } = 2;

    /// <summary>Virtual machines of <c>virt.instance.query</c>, before 26.</summary>
    public int InstanceMachines { get; init; } = 1;

    /// <summary>Containers: of <c>virt.instance.query</c> before 26, of <c>container.query</c> since.</summary>
    public int Containers { get; init; } = 1;

    public int Apps { get; init; } = 2;

    public int Alerts { get; init; } = 1;

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
