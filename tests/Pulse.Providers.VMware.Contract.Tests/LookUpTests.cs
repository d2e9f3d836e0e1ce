namespace Pulse.Providers.VMware.Contract.Tests;

public sealed class LookUpTests
{
    [Theory]
    [InlineData("8.0.1.0", "System.Read")]
    [InlineData("8.0.2.0", "System.Read")]
    [InlineData("8.0.3.0", "System.View")]
    [InlineData("9.0.0.0", "System.View")]
    [InlineData("9.1.1.0", "System.View")]
    public void The_privilege_of_an_operation_is_that_of_the_release(string release, string privilege) =>
        VendorContract.Load().Find("POST", Sample.Vim("PropertyCollector/propertyCollector/ContinueRetrievePropertiesEx", release))
            .Should().Be(new DocumentedOperation("PropertyCollector.ContinueRetrievePropertiesEx", TakesBody: true, privilege));

    [Theory]
    [InlineData("POST", "/sdk/vim25/8.0.3.0/ServiceInstance/ServiceInstance/CurrentTime", "ServiceInstance.CurrentTime", false)]
    [InlineData("GET", "/sdk/vim25/8.0.3.0/Folder/group-d1/name", "Folder.name", false)]
    [InlineData("GET", "/api/vcenter/vm?names=a", "vcenter.vm.list", false)]
    [InlineData("POST", "/api/vcenter/system?action=hello", "vcenter.system.hello", true)]
    public void An_operation_is_found_by_its_request_line(string method, string target, string id, bool takesBody)
    {
        var found = VendorContract.Load().Find(method, target)!;

        (found.Id, found.TakesBody).Should().Be((id, takesBody));
    }

    [Theory]
    [InlineData("GET", "/sdk/vim25/8.0.3.0/ServiceInstance/ServiceInstance/CurrentTime")]
    [InlineData("POST", "/api/vcenter/system")]
    [InlineData("GET", "/sdk/vimServiceVersions.xml")]
    public void Nothing_is_found_for_another_one(string method, string target) => VendorContract.Load().Find(method, target).Should().BeNull();

    [Theory]
    [InlineData("VirtualMachine", "runtime.powerState", true)]
    [InlineData("Datastore", "info.freeSpace", true)]
    [InlineData("VirtualMachine", "runtime.colour", false)]
    [InlineData("Printer", "name", false)]
    public void A_property_is_found_by_its_path(string type, string path, bool expected) =>
        VendorContract.Load().HasProperty(type, path).Should().Be(expected);
}
