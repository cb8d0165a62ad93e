// The day that it is in China, wherever the service stands.
namespace Dsl.Host;

/// <summary>Days in China.</summary>
internal static class ChinaDay
{
    // One time zone without summer time since 1991.
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    /// <summary>The day of a moment.</summary>
    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Shanghai).DateTime);

    /// <summary>When a day begins.</summary>
    public static DateTimeOffset Begin(DateOnly day) => new(day, TimeOnly.MinValue, Shanghai);
}
