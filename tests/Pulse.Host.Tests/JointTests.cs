using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Pulse.Host.Tests;

/// <summary>A constructor takes at most seven parameters and a method five; this class lists the exceptions with their reasons.</summary>
public sealed class JointTests
{
    private const int MostOfConstructors = 7;
    private const int MostOfMethods = 5;

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["OperationEntry..ctor"] = "it mirrors an entry of the vendor's document",
        ["BundledExchange..ctor"] = "it is one line of a file, written and read as a whole",
        ["AuditEndpoint.ListAsync"] = "five of them are the query parameters of the route",
    };

    [Fact]
    public void Nothing_takes_more_parameters_than_a_reader_can_hold() => TooLong().Should().BeSubsetOf(Reasons.Keys);

    [Fact]
    public void No_reason_is_given_for_what_takes_few() => Reasons.Keys.Should().BeSubsetOf(TooLong());

    private static IEnumerable<string> TooLong() =>
        ProductProjects.All
            .SelectMany(name => Assembly.Load(name).GetTypes())
            .Where(type => type.Namespace?.StartsWith("Pulse", StringComparison.Ordinal) == true && !IsGenerated(type))
            .SelectMany(type => type
                .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .OfType<MethodBase>()
                .Where(method => method.GetParameters().Length > (method.IsConstructor ? MostOfConstructors : MostOfMethods) && !IsGenerated(method))
                .Select(method => $"{type.Name}.{method.Name}"))
            .Distinct(StringComparer.Ordinal);

    // The parameters of a log method are the members of its message.
    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute)) || member.IsDefined(typeof(LoggerMessageAttribute)) || member.Name.Contains('<', StringComparison.Ordinal)
        || member.Name == "Deconstruct" || (member.DeclaringType is { } outer && IsGenerated(outer));
}
