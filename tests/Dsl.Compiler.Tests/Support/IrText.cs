// An IR as text, member by member: what changes nothing here changes no result.
using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;

namespace Dsl.Compiler.Tests.Support;

/// <summary>Writes every member of every node, places in the text left out.</summary>
public static class IrText
{
    /// <summary>The program.</summary>
    public static string Of(IrProgram program)
    {
        var text = new StringBuilder();
        Write(text, program, 0, new(ReferenceEqualityComparer.Instance));
        return text.ToString();
    }

    /// <summary>The members of a node that say something: no indexers, no places.</summary>
    public static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(static property => property.GetIndexParameters().Length == 0 && property.CanRead && property.GetMethod is { IsPublic: true }
            && property.PropertyType != typeof(SourceLocation) && property.Name is not "EqualityContract");

    private static void Write(StringBuilder text, object? value, int depth, HashSet<object> written)
    {
        switch (value)
        {
            case null:
                text.Append("none");
                return;
            case string or Rational or DateOnly or Enum or bool or int or long:
                text.Append(string.Create(CultureInfo.InvariantCulture, $"{value}"));
                return;
            case Delegate or Type:
                return;
            case IEnumerable items:
                foreach (var item in items)
                {
                    text.Append('\n').Append(' ', depth).Append("- ");
                    Write(text, item, depth + 1, written);
                }
                return;
        }
        var type = value.GetType();
        text.Append(type.Name);
        var isOurs = type.Namespace?.StartsWith("Dsl.", StringComparison.Ordinal) == true || type.IsGenericType;
        if (!isOurs || depth > 60 || (!type.IsValueType && value is not IrExpression and not SubjectFacts && !written.Add(value)))
            return;
        var fields = type.Name.StartsWith("ValueTuple", StringComparison.Ordinal)
            ? type.GetFields().Select(field => (field.Name, Value: field.GetValue(value)))
            : Members(type).Where(static member => member.Name is not ("ByAge" or "CountsInTotals" or "Key" or "OtherSupport"))
                .Select(member => (member.Name, Value: member.GetValue(value)));
        foreach (var (name, member) in fields)
        {
            text.Append('\n').Append(' ', depth).Append(name).Append(": ");
            Write(text, member, depth + 1, written);
        }
    }
}
