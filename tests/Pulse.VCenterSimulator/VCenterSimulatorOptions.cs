using System.Security.Cryptography.X509Certificates;
using Pulse.Providers.VMware.Contract;

namespace Pulse.Simulation;

/// <summary>The settings of one simulated vCenter.</summary>
public sealed record VCenterSimulatorOptions
{
    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; }

    public bool UseHttps { get; init; } = true;

    /// <summary>If null, the start creates a self-signed certificate.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Whether <see cref="RequestLog.Received"/> keeps each request with its body.</summary>
    public bool KeepsRequests { get; init; }

    public string UserName { get; init; } = "pulse@vsphere.local";

    /// <summary>Counts the logins of several simulators together, like a shared directory; null for a separate count.</summary>
    public LoginLedger? Directory { get; init; }

    public string Password { get; init; } = "Simulated!1";

    /// <summary>Another account with the same password and without any role: SessionManager.Login answers NoPermission (facts.md#2.16).</summary>
    public string? UserWithoutRole { get; init; }

    /// <summary>Whether a request deviates from the vendor's contract on purpose, to see the answer.</summary>
    public Func<Deviation, bool> IsDeliberate { get; init; } = _ => false;

    /// <summary>Whether exchanges are compared with the vendor's contract, if the program has a contract watch.</summary>
    public bool IsWatched { get; init; } = true;

    public VCenterProfile Profile { get; init; } = VCenterProfile.V80U3;

    /// <summary>The initial role of the user on the root folder. A test can change the role through <see cref="Inventory.Role"/>.</summary>
    public SimulatedRole Role { get; init; } = SimulatedRole.ReadOnly;

    public int Datacenters { get; init; } = 1;

    /// <summary>Without clusters, every host has its own ComputeResource.</summary>
    public int Clusters { get; init; } = 1;

    public int Hosts { get; init; } = 2;

    public int VirtualMachines { get; init; } = 4;

    public int Templates { get; init; }

    public int Datastores { get; init; } = 3;

    /// <summary>Every second network is a distributed port group.</summary>
    public int Networks { get; init; } = 2;

    /// <summary>The number of folders for virtual machines, without the root and the four of each datacenter.</summary>
    public int Folders { get; init; }

    /// <summary>The number of resource pools, without the root pool of each cluster.</summary>
    public int ResourcePools { get; init; }

    public Guid InstanceUuid { get; init; } = Guid.NewGuid();

    /// <summary>facts.md#4.1: 30 minutes for API clients; the sources contradict each other.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(30);

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
