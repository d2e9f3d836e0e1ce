namespace Pulse.Providers.VMware.Contract.Tests;

public sealed class FaultTests
{
    private const string Refused = """{"_typeName":"AuthenticationRequired","authenticate":[{"_typeName":"AuthenticationRequiredChallenge","scheme":"Bearer","error":"invalid_token"}]}""";
    private static readonly string Name = Sample.Vim("Folder/group-d1/name");

    [Theory]
    [InlineData("""{"_typeName":"NotAuthenticated","faultstring":"No session.","privilegeId":"System.View"}""")]
    [InlineData("""{"_typeName":"InvalidLogin"}""")]
    [InlineData("""{"_typeName":"InvalidLogin","faultMessage":[{"_typeName":"LocalizableMessage","key":"vim.fault.InvalidLoginWithReason"}]}""")]
    [InlineData("""{"_typeName":"RuntimeFault","faultCause":{"_typeName":"InvalidArgument","invalidProperty":"x"}}""")]
    public void Any_fault_may_come_from_any_operation(string body) => Sample.Answer(Name, body, 500).Should().BeEmpty();

    [Theory]
    [InlineData("", "body", "is missing")]
    [InlineData("{}", "_typeName", "no _typeName")]
    [InlineData("""{"_typeName":"UserSession"}""", "_typeName", "MethodFault is expected")]
    [InlineData("""{"_typeName":"NoSuchFault"}""", "_typeName", "not the name")]
    [InlineData("""{"_typeName":"LocalizedMethodFault","fault":{"_typeName":"InvalidLogin"}}""", "_typeName", "MethodFault is expected")]
    [InlineData("""{"_typeName":"ManagedObjectNotFound"}""", "obj", "is missing")]
    public void What_is_no_fault_is_found(string body, string place, string text) => Sample.Answer(Name, body, 500).ShouldBe(place, text);

    [Fact]
    public void A_wrapped_fault_within_data_is_found()
    {
        const string Flat = """{"_typeName":"NoPermission","faultstring":"No.","privilegeId":"System.Read"}""";
        Sample.Retrieved.Should().Contain(Flat);
        var wrapped = Sample.Retrieved.Replace(Flat, $$"""{"_typeName":"LocalizedMethodFault","fault":{{Flat}},"localizedMessage":"No."}""", StringComparison.Ordinal);

        Sample.Answer(Sample.RetrieveAt("9.0.0.0"), wrapped, method: "POST")
            .ShouldBe("objects[0].missingSet[0].fault._typeName", "LocalizedMethodFault cannot stand here");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    public void AuthenticationRequired_has_statuses_of_its_own_since_9_1(int status)
    {
        Sample.Answer(Sample.Vim("Folder/group-d1/name", "9.1.0.0"), Refused, status, challenge: "Bearer").Should().BeEmpty();
        Sample.Answer(Sample.Vim("Folder/group-d1/name", "9.1.0.0"), Refused, status).ShouldBe("header", "WWW-Authenticate");
        Sample.Answer(Sample.Vim("Folder/group-d1/name", "9.0.0.0"), Refused, status, challenge: "Bearer").ShouldBe("status", "not documented");
    }

    [Fact]
    public void AuthenticationRequired_is_not_answered_with_500() =>
        Sample.Answer(Sample.Vim("Folder/group-d1/name", "9.1.0.0"), Refused, 500).ShouldBe("status", "400, 401 or 403");

    [Fact]
    public void Another_fault_with_such_a_status_is_found() =>
        Sample.Answer(Sample.Vim("Folder/group-d1/name", "9.1.0.0"), """{"_typeName":"InvalidLogin"}""", 401, challenge: "Bearer")
            .ShouldBe("_typeName", "AuthenticationRequired is expected");

    [Theory]
    [InlineData("InvalidToken")]
    [InlineData("SessionNotFound")]
    public void A_fault_that_is_newer_than_the_release_is_found(string fault)
    {
        Sample.Answer(Sample.Vim("Folder/group-d1/name", "9.1.0.0"), $$"""{"_typeName":"{{fault}}"}""", 500).Should().BeEmpty();
        Sample.Answer(Name, $$"""{"_typeName":"{{fault}}"}""", 500).ShouldBe("_typeName", "newer (9.1.0.0)");
    }
}
