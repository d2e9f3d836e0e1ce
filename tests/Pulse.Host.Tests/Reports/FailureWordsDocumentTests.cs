using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pulse.PlatformConnections.Attempts;
using Pulse.PlatformConnections.Platforms;
using Pulse.Providers.VMware;
using Pulse.Testing;

namespace Pulse.Host.Tests.Reports;

/// <summary>The guide for administrators has the product's words for every failure category. With PULSE_APPROVE_REPORTS=1 the test writes them again.</summary>
public sealed class FailureWordsDocumentTests
{
    private const string Start = "<!-- categories -->\n";
    private const string End = "<!-- /categories -->";

    private static readonly PlatformDescriptor VCenter =
        new ServiceCollection().AddLogging().AddVMware().BuildServiceProvider().GetServices<IPlatformProvider>().Single().Platform;

    private static readonly ConnectionTarget Target = new() { ConnectionId = Guid.Empty, Host = "vcsa.lab.example", Port = 443 };

    [Fact]
    public async Task The_guide_lists_every_category_in_the_words_of_the_product()
    {
        var file = Repository.PathOf("docs", "vmware", "onboarding.md");
        var document = await File.ReadAllTextAsync(file);
        var (start, end) = (document.IndexOf(Start, StringComparison.Ordinal) + Start.Length, document.IndexOf(End, StringComparison.Ordinal));
        var table = Table();

        if (Environment.GetEnvironmentVariable("PULSE_APPROVE_REPORTS") == "1")
        {
            await File.WriteAllTextAsync(file, document[..start] + table + document[end..]);
            return;
        }

        document[start..end].Should().Be(table);
    }

    private static string Table()
    {
        var table = new StringBuilder("| category | cause | remedy |\n|---|---|---|\n");
        foreach (var category in Enum.GetValues<FailureCategory>())
        {
            var words = FailureWords.Describe(new PlatformFailureException(category), VCenter, Target, step: null);
            table.Append('|').AppendJoin('|', $" `{JsonSerializer.Serialize(category).Trim('"')}` ", $" {words.Message} ", $" {words.Remedy} ").Append("|\n");
        }

        return table.ToString();
    }
}
