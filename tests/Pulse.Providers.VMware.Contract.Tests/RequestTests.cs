namespace Pulse.Providers.VMware.Contract.Tests;

public sealed class RequestTests
{
    private const string Release = "8.0.3.0";
    private static readonly string Retrieve = Sample.RetrieveAt(Release);

    [Fact]
    public void A_documented_request_has_no_deviation() => Sample.Request(Retrieve, Sample.Retrieve).Should().BeEmpty();

    [Fact]
    public void A_nested_object_without_its_type_name_is_found_at_its_place()
    {
        var found = Sample.Request(Retrieve, Sample.Retrieve.Replace("""{"_typeName":"PropertySpec","type":"VirtualMachine",""", """{"type":"VirtualMachine",""", StringComparison.Ordinal));

        found.Should().Equal(new Deviation(
            "PropertyCollector.RetrievePropertiesEx", ExchangeSide.Request, "specSet[0].propSet[1]._typeName", Release, "The object has no _typeName."));
    }

    [Fact]
    public void The_outer_object_may_name_a_type() =>
        Sample.Request(Sample.Vim("SessionManager/SessionManager/Login"), """{"_typeName":"Login","userName":"u","password":"p"}""").Should().BeEmpty();

    [Theory]
    [InlineData("""{"userName":"u"}""", "password", "is missing")]
    [InlineData("""{"userName":"u","password":null}""", "password", "is null")]
    [InlineData("""{"userName":"u","password":1}""", "password", "not of type string")]
    [InlineData("""{"userName":"u","password":"p","remember":true}""", "remember", "no member 'remember'")]
    [InlineData("[]", "body", "not an object")]
    [InlineData("{", "body", "not JSON")]
    [InlineData("", "body", "is missing")]
    public void A_wrong_member_is_found(string body, string place, string text) =>
        Sample.Request(Sample.Vim("SessionManager/SessionManager/Login"), body).ShouldBe(place, text);

    [Fact]
    public void An_operation_without_parameters_takes_no_body() =>
        Sample.Request(Sample.Vim("ServiceInstance/ServiceInstance/CurrentTime"), "{}").ShouldBe("body", "takes no body");

    [Fact]
    public void A_body_that_is_optional_may_be_left_out() =>
        Sample.Request(Sample.Vim("PropertyCollector/propertyCollector/WaitForUpdatesEx"), "").Should().BeEmpty();

    [Fact]
    public void A_reference_has_nothing_but_type_and_value() =>
        Sample.Request(Sample.Vim("AlarmManager/AlarmManager/GetAlarm"), $$"""{"entity":{{Sample.Reference.Replace("}", ",\"serverGuid\":\"x\"}", StringComparison.Ordinal)}}}""")
            .ShouldBe("entity.serverGuid", "no member 'serverGuid'");

    [Fact]
    public void A_type_that_does_not_belong_there_is_found() =>
        Sample.Request(Retrieve, Sample.Retrieve.Replace("RetrieveOptions", "WaitOptions", StringComparison.Ordinal))
            .ShouldBe("options._typeName", "RetrieveOptions is expected");

    [Fact]
    public void An_unknown_type_is_found() =>
        Sample.Request(Retrieve, Sample.Retrieve.Replace("RetrieveOptions", "RetrievalOptions", StringComparison.Ordinal))
            .ShouldBe("options._typeName", "not the name of a data object");

    [Theory]
    [InlineData("8.0.2.0", 1)]
    [InlineData("8.0.3.0", 0)]
    public void A_member_that_is_newer_than_the_release_is_found(string release, int expected)
    {
        var found = Sample.Request(Sample.Vim("EventManager/EventManager/QueryEvents", release), """{"filter":{"_typeName":"EventFilterSpec","delayedInit":true}}""");

        found.Should().HaveCount(expected);
        found.Select(deviation => (deviation.Place, deviation.Release)).Should().BeSubsetOf([("filter.delayedInit", release)]);
    }

    [Theory]
    [InlineData("8.0.3.1", "networkBootMode", "newer (9.0.0.0)")]
    [InlineData("9.0.0.0", "hostNames", "no property 'hostNames'")]
    [InlineData("9.0.0.0", "summary.cores", "no property 'summary.cores'")]
    public void A_property_that_the_release_does_not_have_is_found(string release, string path, string text) =>
        Sample.Request(
            Sample.RetrieveAt(release),
            Sample.Retrieve.Replace("HostSystem", "ClusterComputeResource", StringComparison.Ordinal).Replace("runtime.connectionState", path, StringComparison.Ordinal))
            .ShouldBe("specSet[0].propSet[0].pathSet[1]", text);

    [Theory]
    [InlineData("POST", "/sdk/vim25/8.0.3.0/SessionManager/SessionManager/Enter")]
    [InlineData("GET", "/sdk/vim25/8.0.3.0/Folder/group-d1/nickname")]
    [InlineData("GET", "/sdk/vim25/8.0.3.0/HostSystem/host-1/runtime/powerState")]
    [InlineData("GET", "/api/about")]
    public void An_operation_that_the_contract_does_not_have_is_found(string method, string path) =>
        Sample.Request(path, "", method).ShouldBe("path", "no such operation");

    [Theory]
    [InlineData("8.0.0.2")]
    [InlineData("9.9.9.9")]
    [InlineData("8.0.3")]
    public void A_release_without_VI_JSON_is_found(string release) =>
        Sample.Request(Sample.Vim("ServiceInstance/ServiceInstance/content", release), "", "GET").ShouldBe("path", "no release");

    [Theory]
    [InlineData("GET", "/sdk/vimServiceVersions.xml")]
    [InlineData("GET", "/ui")]
    [InlineData("POST", "/sdk")]
    public void A_path_outside_both_APIs_is_no_deviation(string method, string path) => Sample.Request(path, "", method).Should().BeEmpty();

    [Theory]
    [InlineData("View")]
    [InlineData("ContainerView")]
    [InlineData("ListView")]
    public void An_operation_is_known_at_each_of_its_paths(string type) =>
        Sample.Request(Sample.Vim($"{type}/session%5B1%5D2/DestroyView"), "").Should().BeEmpty();

    [Theory]
    [InlineData("/api/vcenter/vm?names=a&names=b", 0)]
    [InlineData("/api/vcenter/vm?filter.names=a", 1)]
    [InlineData("/api/vcenter/vm?datastores=a", 1)]
    [InlineData("/api/vcenter/system?action=hello", 0)]
    public void The_parameters_of_a_query_are_checked(string target, int expected)
    {
        var isHello = target.Contains("hello", StringComparison.Ordinal);
        Sample.Request(target, isHello ? """{"api_releases":["8.0.3.0"]}""" : "", isHello ? "POST" : "GET").Should().HaveCount(expected);
    }
}
