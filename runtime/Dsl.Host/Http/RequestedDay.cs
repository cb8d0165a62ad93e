// For which day a request asks, and with which policies it is answered.
using System.Text;
using System.Text.Json;
using Dsl.Facts.Json;
using Dsl.Host.Policies;
using Dsl.Host.Settings;
using Dsl.Values.Exact;
using Microsoft.AspNetCore.Http;

namespace Dsl.Host.Http;

/// <summary>The order in which days are looked for: the address, the facts, the settings, the policies, today.</summary>
internal sealed class RequestedDay(PolicySets sets, HostSettings settings, TimeProvider clock)
{
    /// <summary>测算日 of the settings; null for none.</summary>
    public DateOnly? OfSettings => settings.AsOf;

    /// <summary>Today in Shanghai.</summary>
    public DateOnly Today => ChinaDay.Of(clock.GetUtcNow());

    /// <summary>The policies that a request asks for: by ?set=hash, else by day.</summary>
    /// <exception cref="Problems.HostException">There are none.</exception>
    public PolicySet SetOf(HttpRequest request, string? facts = null)
    {
        if (RequestReading.Text(request, "set") is { } hash)
            return sets.WithHash(hash, request.HttpContext.RequestAborted);
        var now = sets.Now;
        var asOf = RequestReading.Date(request, "date") ?? settings.AsOf;
        // One version serves all days; only where there are several the facts are looked at before they are read.
        return now.Slots is [var only] ? now.For(asOf ?? only.From ?? Today) : now.For(asOf ?? DayOf(facts) ?? Today);
    }

    /// <summary>测算日 of facts, looked up without reading them; null where they name none that can be read.</summary>
    private static DateOnly? DayOf(string? facts)
    {
        if (facts is null)
            return null;
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(facts),
                new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            while (reader.Read())
            {
                if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName } && reader.ValueTextEquals(FactsJson.AsOf))
                    return reader.Read() && reader.TokenType == JsonTokenType.String
                        && CivilDate.TryParse(reader.GetString() ?? "", DateForms.Text, out var date) ? date : null;
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // What is wrong is said where the facts are read.
        }
        return null;
    }
}
