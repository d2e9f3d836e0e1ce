namespace Pulse.Providers.VMware.Contract.Tests;

public sealed class AnswerTests
{
    private const string Collector = "PropertyCollector/propertyCollector/";
    private static readonly string Retrieve = Sample.RetrieveAt("8.0.3.0");

    [Fact]
    public void A_documented_answer_has_no_deviation() => Sample.Answer(Retrieve, Sample.Retrieved, method: "POST").Should().BeEmpty();

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "null")]
    [InlineData(204, "")]
    public void Null_is_no_deviation_where_the_result_is_nullable(int status, string body) =>
        Sample.Answer(Retrieve, body, status, "POST").Should().BeEmpty();

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "null")]
    [InlineData(204, "")]
    public void Null_is_found_where_it_may_not_be(int status, string body) =>
        Sample.Answer(Sample.Vim(Collector + "ContinueRetrievePropertiesEx"), body, status, "POST").ShouldBe("body", "is null");

    [Fact]
    public void A_member_that_is_null_is_found() =>
        Sample.Answer(Retrieve, Sample.Retrieved.Replace("\"esx1\"", "null", StringComparison.Ordinal), method: "POST")
            .ShouldBe("objects[0].propSet[0].val._value", "is null");

    [Fact]
    public void A_void_operation_answers_204()
    {
        var target = Sample.Vim("SessionManager/SessionManager/Logout");
        Sample.Answer(target, "", 204, "POST").Should().BeEmpty();
        Sample.Answer(target, "", 200, "POST").ShouldBe("status", "answers 204");
        Sample.Answer(target, "{}", 200, "POST").ShouldBe("body", "without a body");
    }

    [Fact]
    public void A_status_that_is_not_documented_is_found() =>
        Sample.Answer(Sample.Vim("Folder/group-d1/name"), "", 503).ShouldBe("status", "503");

    [Fact]
    public void A_missing_member_is_found_if_the_release_has_it()
    {
        // 'tgw' is optional, 'template' is required of every event of a machine.
        const string Event = """{"_typeName":"VmPoweredOnEvent","key":1,"chainId":1,"createdTime":"2026-01-01T00:00:00.123456Z","userName":"u"}""";
        Sample.Answer(Sample.Vim("EventManager/EventManager/latestEvent"), Event).ShouldBe("template", "is missing");
    }

    [Theory]
    [InlineData("9.1.1.0", 0)]
    [InlineData("8.0.3.0", 1)]
    public void A_member_that_is_newer_than_the_release_is_found(string release, int expected) =>
        Sample.Answer(
            Sample.Vim("EventManager/EventManager/latestEvent", release),
            """{"_typeName":"VmPoweredOnEvent","key":1,"chainId":1,"createdTime":"2026-01-01T00:00:00Z","userName":"u","template":false,"auditId":"a"}""")
            .Should().HaveCount(expected);

    [Theory]
    [InlineData("\"2026-01-01T00:00:00Z\"", 0)]
    [InlineData("\"2026-01-01T00:00:00.123456+01:00\"", 0)]
    [InlineData("\"2026-01-01T00:00:00\"", 1)]
    [InlineData("\"yesterday\"", 1)]
    [InlineData("1767225600", 1)]
    public void A_time_has_an_offset(string body, int expected) =>
        Sample.Answer(Sample.Vim("ServiceInstance/ServiceInstance/CurrentTime"), body, method: "POST").Should().HaveCount(expected);

    [Theory]
    [InlineData("[1]", 0)]
    [InlineData("[3000000000]", 1)]
    [InlineData("[1.5]", 1)]
    [InlineData("[null]", 1)]
    [InlineData("1", 1)]
    [InlineData("""{"_typeName":"ArrayOfInt","_value":[1]}""", 1)]
    public void A_declared_list_is_a_bare_one(string body, int expected) =>
        Sample.Answer(Sample.Vim("Folder/group-d1/effectiveRole"), body).Should().HaveCount(expected);

    [Theory]
    [InlineData("\"green\"", 0)]
    [InlineData("\"blue\"", 1)]
    [InlineData("""{"_typeName":"ManagedEntityStatus","_value":"green"}""", 1)]
    public void A_declared_enum_is_a_bare_string(string body, int expected) =>
        Sample.Answer(Sample.Vim("Folder/group-d1/overallStatus"), body).Should().HaveCount(expected);

    [Fact]
    public void A_body_that_is_not_JSON_is_found() =>
        Sample.Answer(Sample.Vim("Folder/group-d1/name"), "Datacenters").ShouldBe("body", "not JSON");

    [Fact]
    public void The_content_type_is_checked() =>
        VendorContract.Load().CheckAnswer(new() { Method = "GET", Target = Sample.Vim("Folder/group-d1/name"), Status = 200, ResponseBody = "\"x\""u8.ToArray(), ContentType = "text/html" })
            .ShouldBe("header", "text/html");

    [Fact]
    public void The_type_name_may_come_last() =>
        Sample.Answer(Sample.Vim("ServiceInstance/ServiceInstance/content"), $$"""{"rootFolder":{{Sample.Reference}},"propertyCollector":{{Sample.Reference}},"_typeName":"ServiceContent"}""")
            .ShouldBe("about", "is missing");

    [Fact]
    public void The_answer_of_an_operation_that_the_contract_does_not_have_is_not_checked() =>
        Sample.Answer(Sample.Vim("Folder/group-d1/nickname"), "", 404).Should().BeEmpty();

    [Fact]
    public void One_fault_in_every_object_is_not_listed_without_end()
    {
        var list = string.Join(',', Enumerable.Repeat("null", 5000));
        Sample.Answer(Sample.Vim("Folder/group-d1/effectiveRole"), $"[{list}]").Should().HaveCount(100);
    }
}
