// What was probably meant by a name that is not known, as many rules add it.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Facts.Cells;

/// <summary>Clauses in brackets. <see cref="NameHint"/> chooses among them.</summary>
public static class NamePhrases
{
    public static readonly DiagnosticPhrase Meant = new("（是否应为“{0}”？）");

    public static readonly DiagnosticPhrase Invisible = new("（名称里有看不见的字符 {0}，请删去）");

    public static readonly DiagnosticPhrase MeantAndInvisible = new("（是否应为“{0}”？名称里有看不见的字符 {1}，请删去）");
}
