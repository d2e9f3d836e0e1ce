using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>The service content: the identity of the server, and the moIds of its managers.</summary>
internal static class ServiceContent
{
    // Order and values as recorded (02-service-content).
    private static readonly (string Member, string Type, string MoId)[] Managers =
    [
        ("setting", "OptionManager", "VpxSettings"),
        ("userDirectory", "UserDirectory", "UserDirectory"),
        ("sessionManager", "SessionManager", "SessionManager"),
        ("authorizationManager", "AuthorizationManager", "AuthorizationManager"),
        ("serviceManager", "ServiceManager", "ServiceMgr"),
        ("perfManager", "PerformanceManager", "PerfMgr"),
        ("scheduledTaskManager", "ScheduledTaskManager", "ScheduledTaskManager"),
        ("alarmManager", "AlarmManager", "AlarmManager"),
        ("eventManager", "EventManager", "EventManager"),
        ("taskManager", "TaskManager", "TaskManager"),
        ("extensionManager", "ExtensionManager", "ExtensionManager"),
        ("customizationSpecManager", "CustomizationSpecManager", "CustomizationSpecManager"),
        ("customFieldsManager", "CustomFieldsManager", "CustomFieldsManager"),
        ("diagnosticManager", "DiagnosticManager", "DiagMgr"),
        ("licenseManager", "LicenseManager", "LicenseManager"),
        ("searchIndex", "SearchIndex", "SearchIndex"),
        ("fileManager", "FileManager", "FileManager"),
        ("datastoreNamespaceManager", "DatastoreNamespaceManager", "DatastoreNamespaceManager"),
        ("virtualDiskManager", "VirtualDiskManager", "virtualDiskManager"),
        ("snmpSystem", "HostSnmpSystem", "SnmpSystem"),
        ("vmProvisioningChecker", "VirtualMachineProvisioningChecker", "ProvChecker"),
        ("vmCompatibilityChecker", "VirtualMachineCompatibilityChecker", "CompatChecker"),
        ("ovfManager", "OvfManager", "OvfManager"),
        ("ipPoolManager", "IpPoolManager", "IpPoolManager"),
        ("dvSwitchManager", "DistributedVirtualSwitchManager", "DVSManager"),
        ("hostProfileManager", "HostProfileManager", "HostProfileManager"),
        ("clusterProfileManager", "ClusterProfileManager", "ClusterProfileManager"),
        ("complianceManager", "ProfileComplianceManager", "MoComplianceManager"),
        ("localizationManager", "LocalizationManager", "LocalizationManager"),
        ("storageResourceManager", "StorageResourceManager", "StorageResourceManager"),
        ("guestOperationsManager", "GuestOperationsManager", "guestOperationsManager"),
        ("overheadMemoryManager", "OverheadMemoryManager", "OverheadMemoryManager"),
        ("certificateManager", "CertificateManager", "certificateManager"),
        ("ioFilterManager", "IoFilterManager", "IoFilterManager"),
        ("vStorageObjectManager", "VcenterVStorageObjectManager", "VStorageObjectManager"),
        ("hostSpecManager", "HostSpecificationManager", "HostSpecificationManager"),
        ("cryptoManager", "CryptoManagerKmip", "CryptoManager"),
        ("healthUpdateManager", "HealthUpdateManager", "HealthUpdateManager"),
        ("failoverClusterConfigurator", "FailoverClusterConfigurator", "FailoverClusterConfigurator"),
        ("failoverClusterManager", "FailoverClusterManager", "FailoverClusterManager"),
        ("tenantManager", "TenantTenantManager", "TenantManager"),
    ];

    private static readonly Dictionary<string, string> MoIds =
        Managers.Append(("", "ServiceInstance", "ServiceInstance")).Append(("", "PropertyCollector", "propertyCollector")).Append(("", "ViewManager", "ViewManager"))
            .ToDictionary(manager => manager.Item2, manager => manager.Item3);

    /// <summary>The moId of a type that has exactly one object; otherwise null.</summary>
    public static string? MoIdOf(string type) => MoIds.GetValueOrDefault(type);

    public static void Write(Utf8JsonWriter writer, VCenterState vcenter)
    {
        writer.WriteStartObject();
        writer.WriteTypeName("ServiceContent");
        writer.WriteReference("rootFolder", vcenter.Inventory.RootFolder.Reference);
        writer.WriteReference("propertyCollector", new("PropertyCollector", "propertyCollector"));
        writer.WriteReference("viewManager", new("ViewManager", "ViewManager"));
        writer.WritePropertyName("about");
        WriteAbout(writer, vcenter);
        foreach (var (member, type, moId) in Managers)
        {
            writer.WriteReference(member, new(type, moId));
        }

        writer.WriteEndObject();
    }

    private static void WriteAbout(Utf8JsonWriter writer, VCenterState vcenter)
    {
        var profile = vcenter.Profile;
        var name = profile.IsHost ? "VMware ESXi" : "VMware vCenter Server";
        writer.WriteStartObject();
        writer.WriteTypeName("AboutInfo");
        writer.WriteString("name", name);
        writer.WriteString("fullName", $"{name} {profile.ProductVersion} build-{profile.Build}");
        writer.WriteString("vendor", "VMware, Inc.");
        writer.WriteString("version", profile.ProductVersion);
        writer.WriteString("build", profile.Build);
        writer.WriteString("localeVersion", "INTL");
        writer.WriteString("localeBuild", "000");
        writer.WriteString("osType", profile.IsHost ? "vmnix-x86" : "linux-x64");
        writer.WriteString("productLineId", profile.IsHost ? "embeddedEsx" : "vpx");
        writer.WriteString("apiType", profile.IsHost ? "HostAgent" : "VirtualCenter");
        writer.WriteString("apiVersion", profile.Release);
        writer.WriteString("instanceUuid", vcenter.Options.InstanceUuid.ToString());
        writer.WriteString("licenseProductName", profile.IsHost ? "VMware ESX Server" : "VMware VirtualCenter Server");
        writer.WriteString("licenseProductVersion", string.Join('.', profile.Release.Split('.').Take(2)));
        writer.WriteEndObject();
    }
}
