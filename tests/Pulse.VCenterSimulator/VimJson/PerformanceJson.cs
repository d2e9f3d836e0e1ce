using System.Text.Json;

namespace Pulse.Simulation;

/// <summary>Writes statistics in the recorded shapes (36 to 38).</summary>
internal static class PerformanceJson
{
    public static void WriteCounter(Utf8JsonWriter writer, PerformanceCounter counter)
    {
        writer.WriteStartObject();
        writer.WriteTypeName("PerfCounterInfo");
        writer.WriteNumber("key", counter.Key);
        WriteDescription(writer, "nameInfo", counter.Name);
        WriteDescription(writer, "groupInfo", counter.Group);
        WriteDescription(writer, "unitInfo", counter.Unit);
        writer.WriteString("rollupType", counter.RollupType);
        writer.WriteString("statsType", counter.StatsType);
        writer.WriteNumber("level", counter.Level);
        writer.WriteNumber("perDeviceLevel", Math.Max(3, counter.Level));
        writer.WriteEndObject();
    }

    public static void WriteSummary(Utf8JsonWriter writer, ManagedEntity entity, int refreshRate)
    {
        writer.WriteStartObject();
        writer.WriteTypeName("PerfProviderSummary");
        writer.WriteReference("entity", entity.Reference);
        writer.WriteBoolean("currentSupported", refreshRate > 0);
        writer.WriteBoolean("summarySupported", true);
        if (refreshRate > 0)
        {
            writer.WriteNumber("refreshRate", refreshRate);
        }

        writer.WriteEndObject();
    }

    public static void WriteMetric(Utf8JsonWriter writer, PerformanceQuery query, DateTimeOffset time, int interval, int sample)
    {
        writer.WriteStartObject();
        writer.WriteTypeName("PerfEntityMetric");
        writer.WriteReference("entity", query.Entity.Reference);
        writer.WriteStartArray("sampleInfo");
        writer.WriteStartObject();
        writer.WriteTypeName("PerfSampleInfo");
        writer.WriteString("timestamp", VimTime.Of(time));
        writer.WriteNumber("interval", interval);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WritePropertyName("value");
        writer.WriteArray(query.Counters, (w, counter) => WriteSeries(w, counter, sample));
        writer.WriteEndObject();
    }

    private static void WriteSeries(Utf8JsonWriter writer, int counter, int sample)
    {
        writer.WriteStartObject();
        writer.WriteTypeName("PerfMetricIntSeries");
        writer.WriteStartObject("id");
        writer.WriteTypeName("PerfMetricId");
        writer.WriteNumber("counterId", counter);
        writer.WriteString("instance", "");
        writer.WriteEndObject();
        writer.WritePropertyName("value");
        writer.WriteArray([sample], static (w, value) => w.WriteNumberValue(value));
        writer.WriteEndObject();
    }

    private static void WriteDescription(Utf8JsonWriter writer, string member, string key)
    {
        writer.WriteStartObject(member);
        writer.WriteTypeName("ElementDescription");
        writer.WriteString("label", key);
        writer.WriteString("summary", key);
        writer.WriteString("key", key);
        writer.WriteEndObject();
    }
}
