// policy/curve.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.Facts.Cells;
using Dsl.Ir.Results;
using Dsl.LanguageServer.Features.Curves;
using Dsl.LanguageServer.Features.TryOut;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.Syntax.Text;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Protocol.Methods;

/// <summary>The award of a clause against one fact.</summary>
internal sealed class CurveMethod : ILongMethod
{
    public string Name => "policy/curve";

    public Reply Begin(ServerState server, JsonElement parameters)
    {
        var document = server.Document(parameters);
        var facts =
            parameters.OptionalObject("facts") ?? throw new RequestFailedException(ErrorCode.InvalidParams, "facts must be an object");
        var wish = new CurveWish(parameters.Text("axis"), parameters.Member("row")?.GetInt32(), parameters.OptionalText("from"),
            parameters.OptionalText("to"));
        var number = parameters.Text("number");
        return new(document.Snapshot, (snapshot, cancellation) =>
        {
            var (clause, problem) = TriedClause.Find(snapshot, document.Path, number);
            if (clause is null)
                return Nothing(problem);
            (var curve, problem) = Curve.Of(clause, FormFacts.Read(clause, facts), wish, cancellation);
            return curve is null ? Nothing(problem) : Drawn(document, curve);
        });
    }

    private static JsonObject Nothing(string problem) => new()
    {
        ["problem"] = problem, ["label"] = "", ["unit"] = "", ["amountUnit"] = "", ["points"] = new JsonArray(),
        ["marks"] = new JsonArray(),
    };

    private static JsonObject Drawn(DocumentPlace document, Curve curve)
    {
        var (unit, scale) = UnitOf(curve.Axis.Type, curve.Samples[^1].X);
        var most = curve.Samples.Select(static sample => sample.Amount.High ?? sample.Amount.Low ?? 0).Max();
        var (amountUnit, amountScale) = UnitOf(DslType.Money, most);
        var answer = new JsonObject
        {
            ["label"] = curve.Axis.Label,
            ["unit"] = unit,
            ["amountUnit"] = amountUnit,
            ["from"] = Text(curve.From),
            ["to"] = Text(curve.To),
            ["points"] = new JsonArray([.. curve.Samples.Select(sample => new JsonObject
            {
                ["x"] = Place(sample.X), ["low"] = Number((sample.Amount.Low ?? 0) / amountScale),
                    ["high"] = sample.Amount.High is { } high ? Number(high / amountScale) : null, ["status"] = sample.Status.Word(),
            })]),
            ["marks"] = new JsonArray([.. curve.Marks.Select(Mark)]),
        };
        if (curve.Now is { } now)
            answer["now"] = new JsonObject { ["x"] = Place(now.X), ["xText"] = Text(now.X), ["amount"] = Curve.AmountText(now) };
        return answer;

        double Place(Rational x) => curve.Axis.Type is DateType ? YearOf(CivilDate.FromNumber(x)) : Number(x / scale);

        string Text(Rational x) => ValueText.Written(NumberValue.Of(x), curve.Axis.Type);

        JsonNode Mark(CurveMark mark)
        {
            var json = new JsonObject { ["x"] = Place(mark.X), ["kind"] = mark.Kind, ["xText"] = Text(mark.X), ["text"] = mark.Text };
            if (mark.Origin.Path == document.Path)
                json["range"] = Ranges.Range(document.Source, new TextSpan(mark.Origin.Start, mark.Origin.Length));
            return json;
        }
    }

    /// <summary>The unit of an axis that reaches to a value, and how much of the type's own unit it is.</summary>
    private static (string Unit, Rational Scale) UnitOf(DslType type, Rational most) => type switch
    {
        QuantityType { IsRatio: true } => ("%", new Rational(1, 100)),
        QuantityType { Dimension: var dimension } when dimension == Dimension.None => ("", 1),
        QuantityType { IsMoney: true } when most >= Scales.HundredMillion => ("亿元", Scales.HundredMillion),
        QuantityType { IsMoney: true } when most >= Scales.TenThousand => ("万元", Scales.TenThousand),
        QuantityType quantity => (quantity.Dimension.ToString(), 1),
        YearType => ("年度", 1),
        _ => ("年", 1),
    };

    /// <summary>A day as a year with the part of it that has passed, so that the axis of a drawing reads as years.</summary>
    private static double YearOf(DateOnly day) => day.Year + (day.DayOfYear - 1) / (double)(DateTime.IsLeapYear(day.Year) ? 366 : 365);

    /// <summary>Binary floating point is for drawing only: the texts are exact.</summary>
    private static double Number(Rational value) => (double)value.Numerator / (double)value.Denominator;
}
